package dev.sanitiser.drift;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.sanitiser.allowlist.Location;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the places of all values of a text that is JSON. */
final class JsonSpanReader {

    private static final JsonFactory FACTORY = new JsonFactory();

    private final String text;
    private final JsonParser parser;

    private JsonSpanReader(String text, JsonParser parser) {
        this.text = text;
        this.parser = parser;
    }

    /** @throws UncheckedIOException if the text is not JSON */
    static JsonSpan read(String text) {
        try (JsonParser parser = FACTORY.createParser(new StringReader(text))) {
            parser.nextToken();
            return new JsonSpanReader(text, parser).value();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonSpan value() throws IOException {
        int start = offset();
        return switch (parser.currentToken()) {
            case START_OBJECT -> container(start, JsonToken.END_OBJECT);
            case START_ARRAY -> container(start, JsonToken.END_ARRAY);
            case VALUE_STRING -> new JsonSpan(start, endOfString(start), List.of());
            default -> new JsonSpan(start, start + parser.getText().length(), List.of());
        };
    }

    private JsonSpan container(int start, JsonToken end) throws IOException {
        List<JsonSpan.Element> elements = new ArrayList<>();
        while (parser.nextToken() != end) {
            elements.add(element());
        }
        return new JsonSpan(start, offset() + 1, elements);
    }

    private JsonSpan.Element element() throws IOException {
        int start = offset();
        Location location = location();
        if (parser.currentToken() != JsonToken.FIELD_NAME) {
            return new JsonSpan.Element(Optional.empty(), location, start, value());
        }
        String name = parser.currentName();
        parser.nextToken();
        return new JsonSpan.Element(Optional.of(name), location, start, value());
    }

    private int endOfString(int start) {
        int i = start + 1;
        while (text.charAt(i) != '"') {
            i += text.charAt(i) == '\\' ? 2 : 1;
        }
        return i + 1;
    }

    private int offset() {
        return (int) parser.currentTokenLocation().getCharOffset();
    }

    private Location location() {
        JsonLocation location = parser.currentTokenLocation();
        return new Location(location.getLineNr(), location.getColumnNr());
    }
}

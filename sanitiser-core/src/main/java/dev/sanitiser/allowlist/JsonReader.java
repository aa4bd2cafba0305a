package dev.sanitiser.allowlist;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads JSON text into values that know their places. */
final class JsonReader {

    private static final JsonFactory FACTORY = new JsonFactory();

    private final JsonParser parser;

    private JsonReader(JsonParser parser) {
        this.parser = parser;
    }

    /** @return empty if the text is not one JSON value; then the first place where it goes wrong is a problem */
    static Optional<Json> read(String text, Problems problems) {
        try (JsonParser parser = FACTORY.createParser(new StringReader(text))) {
            try {
                return new JsonReader(parser).document(problems);
            } catch (JsonProcessingException e) {
                JsonLocation place = Optional.ofNullable(e.getLocation()).orElse(parser.currentLocation());
                problems.at(location(place), new SyntaxError(text, parser, e, place.getCharOffset()).message());
                return Optional.empty();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a string cannot fail to be read", e);
        }
    }

    private Optional<Json> document(Problems problems) throws IOException {
        if (parser.nextToken() == null) {
            problems.inFile("is empty. " + AllowListReader.NEVER_EMPTY);
            return Optional.empty();
        }
        Json value = value();
        if (parser.nextToken() != null) {
            problems.at(here(), "expected the end of the file after the list; remove what follows");
            return Optional.empty();
        }
        return Optional.of(value);
    }

    private Json value() throws IOException {
        Location start = here();
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> new Json.Members(start, members());
            case START_ARRAY -> new Json.Items(start, items());
            case VALUE_STRING -> new Json.Text(start, parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Json.Decimal(start, parser.getDecimalValue());
            case VALUE_TRUE, VALUE_FALSE -> new Json.Truth(start, token == JsonToken.VALUE_TRUE);
            case VALUE_NULL -> new Json.Null(start);
            default -> throw new IllegalStateException("not the start of a value: " + token);
        };
    }

    private List<Json.Member> members() throws IOException {
        List<Json.Member> members = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            Location location = here();
            parser.nextToken();
            members.add(new Json.Member(name, location, value()));
        }
        return members;
    }

    private List<Json> items() throws IOException {
        List<Json> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value());
        }
        return items;
    }

    private Location here() {
        return location(parser.currentTokenLocation());
    }

    private static Location location(JsonLocation location) {
        return new Location(Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
    }
}

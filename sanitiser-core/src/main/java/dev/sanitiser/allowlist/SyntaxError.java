package dev.sanitiser.allowlist;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;

/**
 * Says in our own words where text stops being JSON. Jackson's words quote the input at length, and speak of its
 * features and classes.
 */
final class SyntaxError {

    private static final String TOO_MUCH = "invalid JSON: nested deeper, or longer in a name or number, than we read";

    private final String text;
    private final JsonParser parser;
    private final JsonProcessingException exception;
    private final int offset;

    SyntaxError(String text, JsonParser parser, JsonProcessingException exception, long offset) {
        this.text = text;
        this.parser = parser;
        this.exception = exception;
        this.offset = (int) Math.max(0, Math.min(offset, text.length()));
    }

    String message() {
        if (exception instanceof StreamConstraintsException) {
            return TOO_MUCH;
        }
        return "invalid JSON: expected " + expected() + ", found " + found() + hint();
    }

    private String expected() {
        if (isEscaped()) {
            return "one of \"\\/bfnrtu after a backslash";
        }
        if (isInsideString()) {
            return "the closing quote of a string";
        }
        if (parser.getParsingContext().inObject()) {
            return expectedInObject();
        }
        if (parser.getParsingContext().inArray()) {
            return follows(',', '[') ? "a value" : "\",\" or \"]\"";
        }
        return parser.currentToken() == null ? "\"{\"" : "the end of the file";
    }

    private String expectedInObject() {
        if (parser.currentToken() == JsonToken.FIELD_NAME) {
            return follows('"', '"') ? "\":\"" : "a value";
        }
        return follows(',', '{') ? "a name in double quotes" : "\",\" or \"}\"";
    }

    private String found() {
        if (offset >= text.length()) {
            return "the end of the file";
        }
        int character = text.codePointAt(offset);
        if (character == '\n' || character == '\r') {
            return "a line break";
        }
        return character == '"' ? "a double quote" : Quoted.json(Character.toString(character));
    }

    private String hint() {
        if (offset >= text.length()) {
            return "";
        }
        char character = text.charAt(offset);
        if (character == '/' || character == '#') {
            return "; JSON has no comments";
        }
        if (character == '\'') {
            return "; JSON knows double quotes only";
        }
        boolean closes = character == '}' || character == ']';
        return closes && follows(',', ',') ? "; remove the comma before it" : "";
    }

    private boolean isInsideString() {
        if (exception instanceof JsonEOFException atEnd && atEnd.getTokenBeingDecoded() != null) {
            return atEnd.getTokenBeingDecoded() == JsonToken.VALUE_STRING
                    || atEnd.getTokenBeingDecoded() == JsonToken.FIELD_NAME;
        }
        return offset < text.length() && text.charAt(offset) < ' ';
    }

    private boolean isEscaped() {
        return offset > 0 && offset < text.length() && text.charAt(offset - 1) == '\\';
    }

    /** Whether the last character before the error, spaces aside, is one of these two. */
    private boolean follows(char one, char other) {
        int i = offset - 1;
        while (i >= 0 && Character.isWhitespace(text.charAt(i))) {
            i--;
        }
        return i >= 0 && (text.charAt(i) == one || text.charAt(i) == other);
    }
}

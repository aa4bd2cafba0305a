package dev.sanitiser.fake;

/** Says why no strings can be made from a regular expression. */
final class UnsupportedPatternException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param reason completes a sentence about the expression */
    UnsupportedPatternException(String reason) {
        super(reason);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}

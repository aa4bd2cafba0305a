package dev.sanitiser.fake;

/** Says why an expression gives no values. */
final class UnusableExpressionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param reason completes a sentence that names the expression */
    UnusableExpressionException(String reason) {
        super(reason);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}

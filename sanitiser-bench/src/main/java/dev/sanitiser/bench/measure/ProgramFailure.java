package dev.sanitiser.bench.measure;

/** A program that ended with another exit code than 0. */
public final class ProgramFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String errors;

    ProgramFailure(String program, int exitCode, String errors) {
        super(program + " ended with exit code " + exitCode + ": " + errors);
        this.errors = errors;
    }

    /** The end of what it wrote to standard error. */
    public String errors() {
        return errors;
    }
}

package dev.sanitiser.plan;

/** Which rows of a table the copy holds, and why. */
public record RowSelection(boolean copiesAllRows, String reason) {

    public static RowSelection all(String reason) {
        return new RowSelection(true, reason);
    }

    /** Structure only. */
    public static RowSelection none(String reason) {
        return new RowSelection(false, reason);
    }
}

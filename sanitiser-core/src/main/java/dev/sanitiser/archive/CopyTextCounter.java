package dev.sanitiser.archive;

/** Counts the rows of a table's data and demands the end marker: once, as a line of its own, at the very end. */
final class CopyTextCounter {

    private static final int MARKER_LENGTH = 2;
    private static final int NEWLINES_OF_MARKER = 3;
    private static final int BYTES_OF_MARKER = 5;

    private long newlines;
    private long bytes;
    private long markerLine = -1;
    private long bytesUpToMarker;
    private boolean markerRepeated;

    /** Where the current line starts, counted from the start of the next buffer: zero or negative. */
    private long lineStart;

    private byte lastByte;
    private byte byteBeforeLast;

    void accept(byte[] buffer, int length) {
        long start = lineStart;
        long found = newlines;
        for (int i = 0; i < length; i++) {
            if (buffer[i] == '\n') {
                found++;
                if (i - start == MARKER_LENGTH && isMarkerBefore(buffer, i)) {
                    markerRepeated |= markerLine >= 0;
                    markerLine = found;
                    bytesUpToMarker = bytes + i + 1;
                }
                start = i + 1L;
            }
        }
        newlines = found;
        bytes += length;
        lineStart = start - length;
        rememberTail(buffer, length);
    }

    /** @throws CorruptArchiveException if the end marker is missing, repeated or not at the end */
    TableDataSize finish() throws CorruptArchiveException {
        boolean twoNewlinesFollow = newlines - markerLine == 2 && bytes - bytesUpToMarker == 2;
        if (markerLine < 0 || markerRepeated || !twoNewlinesFollow) {
            throw new CorruptArchiveException("its rows do not end with the end marker");
        }
        return new TableDataSize(newlines - NEWLINES_OF_MARKER, bytes - BYTES_OF_MARKER);
    }

    private boolean isMarkerBefore(byte[] buffer, int newline) {
        byte dot = newline >= 1 ? buffer[newline - 1] : lastByte;
        byte backslash = newline >= 2 ? buffer[newline - 2] : newline == 1 ? lastByte : byteBeforeLast;
        return backslash == '\\' && dot == '.';
    }

    private void rememberTail(byte[] buffer, int length) {
        if (length > 0) {
            byteBeforeLast = length > 1 ? buffer[length - 2] : lastByte;
            lastByte = buffer[length - 1];
        }
    }
}

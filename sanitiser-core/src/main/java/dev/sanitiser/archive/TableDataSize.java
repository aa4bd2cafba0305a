package dev.sanitiser.archive;

/**
 * How much data one entry holds.
 *
 * @param rowCount of the table
 * @param sizeInBytes of the rows as COPY text, without the end marker
 */
public record TableDataSize(long rowCount, long sizeInBytes) {}

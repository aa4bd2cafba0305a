package dev.sanitiser.bench.server;

/**
 * How large a database is, in bytes.
 *
 * @param total with its indexes and catalog
 * @param tables the tables alone, with what is stored out of line
 */
public record DatabaseSize(long total, long tables) {}

package dev.sanitiser.bench;

/**
 * How dumps are compared.
 *
 * @param rounds in which every variant dumps once
 * @param restores in how many of the rounds, the first ones, dumps are restored
 * @param jobs of pg_restore
 */
record Settings(int rounds, int restores, int jobs) {}

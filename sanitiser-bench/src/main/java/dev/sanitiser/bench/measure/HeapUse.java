package dev.sanitiser.bench.measure;

/**
 * What a JVM's heap held, in bytes.
 *
 * @param peak the most before a collection or at the end: garbage included
 * @param live the most that a collection left
 */
public record HeapUse(long peak, long live) {}

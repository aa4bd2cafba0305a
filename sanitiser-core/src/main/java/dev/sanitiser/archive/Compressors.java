package dev.sanitiser.archive;

import dev.sanitiser.archive.deflate.DeflateCompressor;
import java.util.HashMap;
import java.util.Map;

/** What one thread at a time compresses with; made when first asked for, and kept. */
final class Compressors {

    private final Map<Integer, DeflateCompressor> deflaters = new HashMap<>();

    /** @param compression with a level above 0 */
    DeflateCompressor deflater(Compression compression) {
        return deflaters.computeIfAbsent(compression.level(), DeflateCompressor::new);
    }
}

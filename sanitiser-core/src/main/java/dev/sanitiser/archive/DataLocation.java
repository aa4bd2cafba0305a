package dev.sanitiser.archive;

import java.util.function.Function;

/** Where the data of an archive entry stands. */
public sealed interface DataLocation {

    <R> R match(Cases<R> cases);

    /** One function for each kind of place. */
    record Cases<R>(Function<Block, R> block, Function<DataFile, R> dataFile, Function<Unknown, R> unknown) {}

    /**
     * A block of a custom-format file.
     *
     * @param position of the block's first byte in the file
     */
    record Block(long position) implements DataLocation {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.block().apply(this);
        }
    }

    /**
     * A file of a directory-format archive.
     *
     * @param name without the suffix that tells the compression
     */
    record DataFile(String name) implements DataLocation {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.dataFile().apply(this);
        }
    }

    /** Somewhere behind the table of contents: the writer of a custom-format archive could not seek back. */
    record Unknown() implements DataLocation {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.unknown().apply(this);
        }
    }
}

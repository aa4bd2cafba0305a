package dev.sanitiser;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.function.Function;

/** Where a dump goes and in which of pg_dump's formats. */
public sealed interface DumpTarget {

    /**
     * A custom-format archive ({@code pg_dump -Fc}); an existing file is replaced atomically. A symbolic link is
     * replaced itself, as by {@code mv}.
     */
    static DumpTarget file(Path path) {
        return new CustomFile(path);
    }

    /** A directory-format archive ({@code pg_dump -Fd}); an existing archive directory is replaced. */
    static DumpTarget directory(Path path) {
        return new Directory(path);
    }

    /** A plain SQL script, as {@code pg_restore -f} makes it of the finished archive. */
    static DumpTarget plainFile(Path path) {
        return new PlainFile(path);
    }

    /**
     * A custom-format archive written to a stream, not closed at the end. The archive is finished and verified in a
     * temporary file first, so a run that fails writes nothing.
     */
    static DumpTarget stream(OutputStream stream) {
        return new Stream(stream);
    }

    <R> R match(Cases<R> cases);

    /** One function for each kind of target. */
    record Cases<R>(
            Function<CustomFile, R> customFile,
            Function<Directory, R> directory,
            Function<PlainFile, R> plainFile,
            Function<Stream, R> stream) {}

    /** See {@link #file}. */
    record CustomFile(Path path) implements DumpTarget {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.customFile().apply(this);
        }
    }

    /** See {@link #directory}. */
    record Directory(Path path) implements DumpTarget {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.directory().apply(this);
        }
    }

    /** See {@link #plainFile}. */
    record PlainFile(Path path) implements DumpTarget {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.plainFile().apply(this);
        }
    }

    /** See {@link #stream}. */
    record Stream(OutputStream stream) implements DumpTarget {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.stream().apply(this);
        }
    }
}

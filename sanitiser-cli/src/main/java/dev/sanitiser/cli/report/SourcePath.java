package dev.sanitiser.cli.report;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * Names a file as those see it who have the repository and not this machine.
 *
 * @param workspace where the repository is, absolute
 */
record SourcePath(Path workspace) {

    /** {@return the path relative to the workspace, with slashes; as it is where the file is elsewhere} */
    String of(String source) {
        try {
            Path absolute = Path.of(source).toAbsolutePath().normalize();
            Path root = workspace.normalize();
            return absolute.startsWith(root) ? slashes(root.relativize(absolute)) : source;
        } catch (InvalidPathException e) {
            return source;
        }
    }

    private static String slashes(Path path) {
        return path.toString().replace('\\', '/');
    }

    /** {@return the same as a URI, relative where the path is} */
    String uriOf(String source) {
        String path = of(source);
        return path.startsWith("/") ? "file:///" + relativeUri(path.substring(1)) : relativeUri(path);
    }

    /** A colon in the first part of a relative reference would look like the end of a scheme. */
    private static String relativeUri(String path) {
        return Path.of("/" + path).toUri().getRawPath().substring(1).replace(":", "%3A");
    }
}

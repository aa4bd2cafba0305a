package dev.sanitiser.testkit.embedding;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A local Maven repository that has our own artifacts installed and shows everything else of the user's, by symbolic
 * links: nothing is copied or loaded again, and the user's repository never sees a snapshot of ours.
 */
record LocalRepository(Path path) {

    private static final String OUR_PARENT = "dev";
    private static final String OURS = "sanitiser";

    static LocalRepository create(Path path, Path users) throws IOException {
        clear(path);
        Files.createDirectories(path.resolve(OUR_PARENT).resolve(OURS));
        linkAll(users, path);
        linkAll(users.resolve(OUR_PARENT), path.resolve(OUR_PARENT));
        return new LocalRepository(path);
    }

    void install(String artifact, String version, Path pom, List<Path> jars) throws IOException {
        Path folder = Files.createDirectories(
                path.resolve(OUR_PARENT).resolve(OURS).resolve(artifact).resolve(version));
        Files.copy(pom, folder.resolve(artifact + "-" + version + ".pom"));
        for (Path jar : jars) {
            Files.copy(jar, folder.resolve(jar.getFileName()));
        }
    }

    private static void linkAll(Path from, Path to) throws IOException {
        if (Files.isDirectory(from)) {
            try (Stream<Path> children = Files.list(from)) {
                for (Path child : children.toList()) {
                    Path link = to.resolve(child.getFileName());
                    if (Files.notExists(link)) {
                        Files.createSymbolicLink(link, child.toAbsolutePath());
                    }
                }
            }
        }
    }

    /** Walks along no link. */
    private static void clear(Path path) throws IOException {
        if (Files.exists(path)) {
            try (Stream<Path> all = Files.walk(path)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }
}

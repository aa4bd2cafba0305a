package dev.sanitiser.cli;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

/**
 * Loads what commands are made of and asks no database. A Java that archives its classes when it ends
 * ({@code -XX:ArchiveClassesAtExit}) then holds them ready, and commands start sooner; the script {@code sanitiser}
 * does so once for each build.
 */
final class Rehearsal {

    private static final String CLASS = ".class";
    private static final List<String> PACKAGES = List.of(
            "dev/sanitiser/",
            "org/jooq/",
            "org/postgresql/",
            "picocli/",
            "com/fasterxml/jackson/core/",
            "com/fasterxml/jackson/databind/",
            "net/datafaker/",
            "org/slf4j/");

    private Rehearsal() {}

    public static void main(String[] args) throws IOException, URISyntaxException {
        Path jar = Path.of(Rehearsal.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        if (Files.isRegularFile(jar)) {
            load(jar);
        }
        System.exit(Main.run(new String[] {"generators"}, Surroundings.ofProcess()));
    }

    /** @return how many classes could be loaded: some stand for libraries that are not there */
    static long load(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.endsWith(CLASS) && PACKAGES.stream().anyMatch(name::startsWith))
                    .map(name ->
                            name.substring(0, name.length() - CLASS.length()).replace('/', '.'))
                    .filter(Rehearsal::isLoaded)
                    .count();
        }
    }

    private static boolean isLoaded(String name) {
        try {
            Class.forName(name, false, Rehearsal.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }
}

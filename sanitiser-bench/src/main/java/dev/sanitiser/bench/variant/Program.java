package dev.sanitiser.bench.variant;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Sanitiser as its users run it: by its script, which knows the JVM's options.
 *
 * @param script the file {@code sanitiser}
 * @param jar to run instead of the one that the script builds
 * @param javaOptions for the JVM, after those of the script's
 */
public record Program(Path script, Optional<Path> jar, List<String> javaOptions) {
    public Program {
        javaOptions = List.copyOf(javaOptions);
    }

    /** The command line; {@link #environment} belongs to it. */
    public List<String> command(List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(script.toString()));
        command.addAll(arguments);
        return command;
    }

    /** @param more options of the JVM, for this run */
    public Map<String, String> environment(List<String> more) {
        Map<String, String> environment = new HashMap<>();
        List<String> options = new ArrayList<>(javaOptions);
        options.addAll(more);
        environment.put("JAVA_OPTS", String.join(" ", options));
        jar.ifPresent(file -> environment.put("SANITISER_JAR", file.toString()));
        return environment;
    }
}

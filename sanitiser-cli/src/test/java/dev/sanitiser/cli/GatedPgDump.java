package dev.sanitiser.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** The real pg_dump behind a script that waits, before it dumps, until it is let through. */
record GatedPgDump(Path program, Path arrived, Path mayGo) {

    static GatedPgDump in(Path folder) throws IOException, InterruptedException {
        GatedPgDump gated =
                new GatedPgDump(folder.resolve("pg_dump"), folder.resolve("arrived"), folder.resolve("may go"));
        new ProcessBuilder("mkfifo", gated.arrived.toString(), gated.mayGo.toString())
                .start()
                .waitFor();
        Files.writeString(gated.program, """
                #!/bin/sh
                if [ "$1" != --version ]; then
                    echo here >'%s'
                    read go <'%s'
                fi
                exec pg_dump "$@"
                """.formatted(gated.arrived, gated.mayGo));
        Files.setPosixFilePermissions(gated.program, PosixFilePermissions.fromString("rwx------"));
        return gated;
    }

    /** Returns when a run has come to its pg_dump. */
    void awaitRun() throws IOException {
        Files.readString(arrived);
    }

    void letThrough() throws IOException {
        Files.writeString(mayGo, "go\n");
    }
}

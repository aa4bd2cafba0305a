package dev.sanitiser.bench;

import dev.sanitiser.bench.measure.Programs;
import dev.sanitiser.bench.server.Databases;
import dev.sanitiser.bench.server.Server;
import dev.sanitiser.bench.server.WorkFolder;
import dev.sanitiser.bench.variant.Program;
import java.io.PrintWriter;
import java.nio.file.Path;

/**
 * A server and a folder that are there for one run.
 *
 * @param dumps where dumps and logs go
 */
record Bench(Server server, Databases databases, Programs programs, Program program, Path dumps, Progress progress) {

    /** Starts whatever must be started, and sees to its end. */
    static Bench open(SiteOptions options, Path home, Undo undo, PrintWriter errors) {
        WorkFolder work = undo.open(() -> WorkFolder.create(options.folder(home)));
        Server server = undo.open(() -> options.server(work));
        Databases databases = undo.open(() -> new Databases(server));
        Path dumps = work.subfolder("dumps");
        Programs programs = undo.open(() -> new Programs(dumps));
        return new Bench(server, databases, programs, options.program(home), dumps, new Progress(errors));
    }
}

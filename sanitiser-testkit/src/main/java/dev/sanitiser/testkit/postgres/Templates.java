package dev.sanitiser.testkit.postgres;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;

/** Migrated databases to copy: each made once, by whoever asks first, while others who want the same one wait. */
final class Templates {

    private final Map<Migrations, FutureTask<String>> names = new ConcurrentHashMap<>();
    private final Function<Migrations, String> maker;

    /** @param maker migrates a database and tells its name */
    Templates(Function<Migrations, String> maker) {
        this.maker = maker;
    }

    /** @throws RuntimeException what making it failed with, to everybody who asks */
    String nameOf(Migrations migrations) {
        FutureTask<String> task =
                names.computeIfAbsent(migrations, m -> new FutureTask<>(() -> maker.apply(migrations)));
        task.run();
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The test was interrupted while its database was migrated", e);
        }
    }
}

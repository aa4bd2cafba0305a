package dev.sanitiser.archive;

import dev.sanitiser.failure.FailureKind;
import dev.sanitiser.failure.SanitiserException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Reads the data of all entries to its end, several at a time, and counts the rows. */
final class DataCheck {

    private final List<StoredData> largestFirst;
    private final Map<Integer, TableDataSize> sizes = new HashMap<>();
    private final List<String> problems = new ArrayList<>();

    private DataCheck(List<StoredData> data) {
        largestFirst = data.stream()
                .sorted(Comparator.comparingLong(StoredData::sizeInBytes).reversed())
                .toList();
    }

    static Map<Integer, TableDataSize> run(List<StoredData> data, int jobs) {
        DataCheck check = new DataCheck(data);
        ExecutorService workers = Executors.newFixedThreadPool(jobs, DataCheck::daemon);
        try {
            check.readAll(workers);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SanitiserException(
                    FailureKind.INTERRUPTED, "The run was stopped: checking the archive was interrupted.");
        } finally {
            workers.shutdownNow();
        }
        if (!check.problems.isEmpty()) {
            throw ArchiveCheck.notWhatWasWritten(check.problems);
        }
        return Map.copyOf(check.sizes);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "sanitiser-archive-check");
        thread.setDaemon(true);
        return thread;
    }

    private void readAll(ExecutorService workers) throws InterruptedException {
        List<Future<TableDataSize>> results = new ArrayList<>();
        for (StoredData data : largestFirst) {
            results.add(workers.submit(() -> read(data)));
        }
        for (int i = 0; i < results.size(); i++) {
            collect(largestFirst.get(i).entry(), results.get(i));
        }
    }

    private void collect(ArchiveEntry entry, Future<TableDataSize> result) throws InterruptedException {
        try {
            sizes.put(entry.dumpId(), result.get());
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof IOException failure)) {
                throw new IllegalStateException("a worker that checks the archive failed", e.getCause());
            }
            problems.add(entry.label() + ": " + CorruptArchiveException.detailOf(failure));
        }
    }

    private static TableDataSize read(StoredData data) throws IOException {
        CopyTextCounter counter = new CopyTextCounter();
        byte[] buffer = new byte[StoredData.BUFFER_SIZE];
        try (InputStream rows = data.rows().open()) {
            for (int count = rows.read(buffer); count >= 0; count = rows.read(buffer)) {
                counter.accept(buffer, count);
            }
        }
        return counter.finish();
    }
}

package dev.sanitiser.plan;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Writes each statement while the database is busy with the one before. */
final class ProofStatements {

    private static final int PROOFS_IN_ONE_STATEMENT = 50;

    private ProofStatements() {}

    /** @param asker gets the statements one after another */
    static void forEach(List<Proof> proofs, Consumer<ProofStatement> asker) {
        List<List<Proof>> batches = batches(proofs);
        if (batches.size() < 2) {
            batches.forEach(b -> asker.accept(ProofStatement.of(b)));
            return;
        }
        try (SideThread writer = new SideThread("sanitiser-proofs")) {
            CompletableFuture<ProofStatement> next = write(batches.get(0), writer);
            for (List<Proof> later : batches.subList(1, batches.size())) {
                ProofStatement now = SideThread.result(next);
                next = write(later, writer);
                asker.accept(now);
            }
            asker.accept(SideThread.result(next));
        }
    }

    private static List<List<Proof>> batches(List<Proof> proofs) {
        return IntStream.iterate(0, from -> from < proofs.size(), from -> from + PROOFS_IN_ONE_STATEMENT)
                .mapToObj(from -> proofs.subList(from, Math.min(proofs.size(), from + PROOFS_IN_ONE_STATEMENT)))
                .toList();
    }

    private static CompletableFuture<ProofStatement> write(List<Proof> proofs, SideThread writer) {
        return writer.begin(() -> ProofStatement.of(proofs));
    }
}

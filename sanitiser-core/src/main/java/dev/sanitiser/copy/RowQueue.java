package dev.sanitiser.copy;

import dev.sanitiser.archive.RowSegment;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Hands pieces out to several readers and gives their rows back in the pieces' order. Readers are only a few pieces
 * ahead of whoever takes the rows.
 */
final class RowQueue {

    private final Iterator<Piece> pieces;
    private final Supplier<RowSegment> segments;
    private final int mostAhead;
    private final Deque<Turn> turns = new ArrayDeque<>();
    private boolean stopped;

    /** @param mostAhead how many pieces are read or wait at one time; at least the number of readers */
    RowQueue(List<Piece> pieces, Supplier<RowSegment> segments, int mostAhead) {
        this.pieces = pieces.iterator();
        this.segments = segments;
        this.mostAhead = mostAhead;
    }

    /** A piece with the place for its rows. */
    static final class Turn {
        private final Piece piece;
        private final RowSegment rows;
        private long rowCount;

        private Turn(Piece piece, RowSegment rows) {
            this.piece = piece;
            this.rows = rows;
        }

        Piece piece() {
            return piece;
        }

        RowSegment rows() {
            return rows;
        }

        /** All rows are there. */
        void complete(long count) {
            rowCount = count;
            rows.complete();
        }

        /** Known once all rows have been taken. */
        long rowCount() {
            return rowCount;
        }
    }

    /**
     * The next piece to read; waits while the readers are too far ahead.
     *
     * @return empty when none is left, or after {@link #stop}
     */
    synchronized Optional<Turn> take() throws InterruptedException {
        while (turns.size() >= mostAhead && !stopped) {
            wait();
        }
        if (stopped || !pieces.hasNext()) {
            return Optional.empty();
        }
        Turn turn = new Turn(pieces.next(), segments.get());
        turns.add(turn);
        notifyAll();
        return Optional.of(turn);
    }

    /**
     * The piece whose rows come next, which are perhaps still being read; waits until a reader has taken it.
     *
     * @throws IllegalStateException after {@link #stop}
     */
    synchronized Turn first() throws InterruptedException {
        while (turns.isEmpty() && !stopped) {
            wait();
        }
        if (stopped) {
            throw new IllegalStateException("the readers have stopped");
        }
        return turns.element();
    }

    /** The first piece's rows have been taken. */
    synchronized void removeFirst() {
        turns.remove();
        notifyAll();
    }

    /** Wakes everybody: no more rows will come, and none are wanted. */
    synchronized void stop() {
        stopped = true;
        turns.forEach(t -> t.rows().fail());
        notifyAll();
    }
}

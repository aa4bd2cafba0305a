package dev.sanitiser.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sanitiser.failure.FailureKind;
import dev.sanitiser.failure.SanitiserException;
import dev.sanitiser.testing.Background;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RowSegmentTest {

    private static final int BLOCKS = 40;

    private final CompressionPool pool = new CompressionPool(2);
    private final RowSegment segment = new RowSegment(pool, PlainStream::new, Compression.none());
    private final AtomicLong written = new AtomicLong();

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void holds_up_whoever_writes_too_far_ahead_until_rows_are_taken() throws Exception {
        Background writer = Background.start(this::write);
        awaitWaiting();

        assertThat(written.get()).isLessThan(BLOCKS);
        assertThat(taken()).isEqualTo((long) BLOCKS * Block.SIZE);
        writer.await();
    }

    @Test
    void lets_a_waiting_writer_go_when_its_rows_are_not_wanted() throws Exception {
        Background writer = Background.start(this::write);
        awaitWaiting();

        segment.fail();

        assertThat(writer.awaitFailure())
                .isInstanceOfSatisfying(
                        SanitiserException.class, e -> assertThat(e.kind()).isEqualTo(FailureKind.INTERRUPTED))
                .hasMessage("The run was stopped: its rows are not wanted any more");
        assertThatThrownBy(segment::next).hasMessage("the rows of a segment ended early");
    }

    @Test
    void stays_complete_whatever_comes_after() throws IOException {
        segment.write(new byte[] {1, 2, 3}, 0, 3);
        segment.complete();
        segment.fail();

        assertThat(taken()).isEqualTo(3);
    }

    private void write() {
        for (int i = 0; i < BLOCKS; i++) {
            segment.write(new byte[Block.SIZE], 0, Block.SIZE);
            written.incrementAndGet();
        }
        segment.complete();
    }

    /** As many blocks as may wait. */
    private void awaitWaiting() {
        while (written.get() < RowSegment.MOST_WAITING_BYTES / Block.SIZE) {
            Thread.onSpinWait();
        }
    }

    private long taken() throws IOException {
        long length = 0;
        Optional<PackedBlock> block = segment.next();
        while (block.isPresent()) {
            length += block.get().plainLength();
            block = segment.next();
        }
        return length;
    }
}

package dev.sanitiser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanitiser.catalog.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SerialListenerTest {

    private static final QualifiedName TABLE = new QualifiedName("public", "t");

    @Test
    void passes_everything_on() {
        List<String> heard = new ArrayList<>();
        SerialListener listener = new SerialListener(new DumpListener() {
            @Override
            public void stepStarted(DumpStep step) {
                heard.add("step " + step);
            }

            @Override
            public void tableFilled(QualifiedName table, long rowCount) {
                heard.add("filled " + table + " " + rowCount);
            }

            @Override
            public void rowsWritten(QualifiedName table, long sizeInBytes) {
                heard.add("bytes " + table + " " + sizeInBytes);
            }

            @Override
            public void tableWritten(QualifiedName table, long rowCount) {
                heard.add("written " + table + " " + rowCount);
            }
        });

        listener.stepStarted(DumpStep.FILL);
        listener.filled(TABLE, 3);
        listener.bytesWritten(TABLE, 40);
        listener.written(TABLE, 3);

        assertThat(heard).containsExactly("step FILL", "filled t 3", "bytes t 40", "written t 3");
    }

    @Test
    void calls_of_several_threads_come_one_at_a_time() throws InterruptedException {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        AtomicInteger calls = new AtomicInteger();
        SerialListener listener = new SerialListener(new DumpListener() {
            @Override
            public void tableFilled(QualifiedName table, long rowCount) {
                most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                Thread.onSpinWait();
                calls.incrementAndGet();
                inside.decrementAndGet();
            }
        });
        CountDownLatch start = new CountDownLatch(1);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            threads.add(new Thread(() -> {
                try {
                    start.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                for (int call = 0; call < 500; call++) {
                    listener.filled(TABLE, call);
                }
            }));
        }
        threads.forEach(Thread::start);
        start.countDown();
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(calls).hasValue(2_000);
        assertThat(most).hasValue(1);
    }
}

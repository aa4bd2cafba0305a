package dev.sanitiser.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class GcLogTest {

    private static final long MEGABYTE = 1 << 20;

    @Test
    void reads_what_the_first_garbage_collector_writes() {
        List<String> log = List.of(
                "[0.005s][info][gc] Using G1",
                "[0.412s][info][gc] GC(0) Pause Young (Normal) (G1 Evacuation Pause) 23M->4M(258M) 3.120ms",
                "[0.912s][info][gc] GC(1) Concurrent Mark Cycle",
                "[0.915s][info][gc] GC(1) Pause Remark 31M->29M(258M) 1.021ms",
                "[1.412s][info][gc] GC(2) Pause Young (Normal) (G1 Evacuation Pause) 27M->6M(258M) 3.120ms",
                "[2.006s][info][gc,heap,exit] Heap",
                "[2.006s][info][gc,heap,exit]  garbage-first heap   total 264192K, used 20480K [0x01, 0x02)",
                "[2.006s][info][gc,heap,exit]   region size 1024K, 15 young (15360K), 2 survivors (2048K)",
                "[2.006s][info][gc,heap,exit]  Metaspace       used 51200K, committed 51456K, reserved 1114112K");

        assertThat(GcLog.parse(log)).contains(new HeapUse(31 * MEGABYTE, 29 * MEGABYTE));
    }

    @Test
    void adds_up_the_generations_at_the_end() {
        List<String> log = List.of(
                "[0.111s][info][gc] GC(0) Pause Young (Allocation Failure) 17M->2M(61M) 4.005ms",
                "[0.230s][info][gc,heap,exit] Heap",
                "[0.230s][info][gc,heap,exit]  def new generation   total 19712K, used 17408K [0x01, 0x02, 0x03)",
                "[0.230s][info][gc,heap,exit]   eden space 17536K,  90% used [0x01, 0x02, 0x03)",
                "[0.230s][info][gc,heap,exit]  tenured generation   total 43712K, used 2048K [0x01, 0x02, 0x03)");

        assertThat(GcLog.parse(log)).contains(new HeapUse(19 * MEGABYTE, 2 * MEGABYTE));
    }

    @Test
    void knows_nothing_without_a_log() {
        assertThat(GcLog.parse(List.of("[0.005s][info][gc] Using G1"))).isEmpty();
        assertThat(GcLog.read(Path.of("no such file"))).isEmpty();
    }
}

package dev.sanitiser.publish;

import java.io.IOException;
import java.nio.file.Path;

/** Another process that makes a dump and does not finish it: its main method, and a handle to it for tests. */
final class OtherProcess implements AutoCloseable {

    private final Process process;

    private OtherProcess(Process process) {
        this.process = process;
    }

    static OtherProcess writing(Path target) throws IOException {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classPath,
                        OtherProcess.class.getName(),
                        target.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        if (process.getInputStream().read() != '.') {
            throw new IllegalStateException("the other process did not begin");
        }
        return new OtherProcess(process);
    }

    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws IOException {
        try (StagedFile file = StagedFile.beside(Path.of(arguments[0]))) {
            System.out.print('.');
            System.out.flush();
            int unused = System.in.read();
        }
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}

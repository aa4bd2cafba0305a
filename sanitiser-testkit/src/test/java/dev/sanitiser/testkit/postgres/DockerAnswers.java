package dev.sanitiser.testkit.postgres;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.testcontainers.DockerClientFactory;

/** Skips tests, one by one so that they are counted, where they cannot have a container. */
final class DockerAnswers {

    private DockerAnswers() {}

    static void orSkip() {
        assumeTrue(DockerClientFactory.instance().isDockerAvailable(), "No Docker engine answers");
    }
}

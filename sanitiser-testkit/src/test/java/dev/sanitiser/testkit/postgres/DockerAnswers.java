package dev.sanitiser.testkit.postgres;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.testcontainers.DockerClientFactory;
import org.testcontainers.utility.DockerImageName;

/** Skips tests, one by one so that they are counted, where they cannot have a container. */
public final class DockerAnswers {

    private DockerAnswers() {}

    /** Needs an engine that has the image, or can pull it. */
    public static void orSkip(String image) {
        assumeTrue(DockerClientFactory.instance().isDockerAvailable(), "No Docker engine answers");
        assumeTrue(Containers.isToBeHad(DockerImageName.parse(image)), "Docker cannot pull " + image);
    }
}

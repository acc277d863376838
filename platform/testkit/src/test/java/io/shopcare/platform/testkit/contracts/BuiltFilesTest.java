package io.shopcare.platform.testkit.contracts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is built from the schemas is committed, so that people can read it; it must be as it would be built now. Built
 * anew by {@code mvn -pl platform/testkit -am test -Dtest=BuiltFilesTest -Dsurefire.failIfNoSpecifiedTests=false
 * -Dcontracts.write}.
 */
class BuiltFilesTest {
    private static final boolean WRITE = System.getProperty("contracts.write") != null;

    @Test
    void theAsyncApiDocumentIsCurrent() throws IOException {
        isCurrent(ContractModule.resources().resolve("asyncapi.yaml"), AsyncApiDocument.yaml());
    }

    @Test
    void theTableOfEventsIsCurrent() throws IOException {
        var page = ContractModule.folder().resolve("README.md");
        isCurrent(page, EventTable.putInto(Files.readString(page)));
    }

    @Test
    void everyReferenceInTheAsyncApiDocumentLeadsSomewhere() throws IOException {
        var document = new YAMLMapper().readTree(AsyncApiDocument.yaml());
        var references = document.findValuesAsText("$ref");
        assertThat(references).hasSizeGreaterThan(Contracts.events().size()).allSatisfy(
                reference -> assertThat(document.at(reference.substring(1)).isMissingNode()).as(reference).isFalse());
    }

    @Test
    void theAsyncApiDocumentHasEveryTopicEventFrameAndSample() throws IOException {
        JsonNode document = new YAMLMapper().readTree(AsyncApiDocument.yaml());
        Contracts.events().values().forEach(event -> {
            assertThat(document.at("/channels/" + event.topic() + "/messages").has(event.type())).isTrue();
            assertThat(document.at("/components/messages/" + event.type() + "/examples"))
                    .hasSize((int) Contracts.samples(event.type()).count());
        });
        Contracts.frames().keySet()
                .forEach(frame -> assertThat(document.at("/components/schemas").has(frame)).as(frame).isTrue());
    }

    private static void isCurrent(Path file, String built) throws IOException {
        if (WRITE)
            Files.writeString(file, built);
        assertThat(Files.readString(file).equals(built))
                .as("%s is as it is built from the schemas now; build it anew with -Dcontracts.write", file).isTrue();
    }
}

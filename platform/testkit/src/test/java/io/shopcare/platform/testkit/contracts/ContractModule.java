package io.shopcare.platform.testkit.contracts;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the sources of the contract lie, for tests that compare or rewrite what is built from them. */
final class ContractModule {
    private ContractModule() {}

    static Path folder() {
        for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent())
            if (Files.isDirectory(folder.resolve("contracts/src/main/resources/contracts")))
                return folder.resolve("contracts");
        throw new IllegalStateException("not inside the sources of Shopcare");
    }

    static Path resources() {
        return folder().resolve("src/main/resources/contracts");
    }
}

package io.shopcare.acceptance.doors;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

import io.shopcare.platform.testkit.doors.TryDoors;
import io.shopcare.platform.testkit.doors.WhoMay;
import io.shopcare.platform.testkit.services.Api;

/** Every endpoint as everybody, about real things: through the gateway, and past it at the services' own ports. */
final class RoleTables {
    private final Path root;
    private final StackKeys keys;
    private final Map<String, String> things;

    RoleTables(Path root, StackKeys keys, Map<String, String> things) {
        this.root = root;
        this.keys = keys;
        this.things = things;
    }

    /**
     * What is not as the service's table says.
     *
     * @param base gateway or an instance of the service
     * @param all  as everybody; else as two at each operation
     */
    List<String> look(String service, Api base, JsonNode document, boolean all) {
        var table = WhoMay.in(root.resolve(service + "-service/src/main/resources/who-may.yaml"));
        var findings = new ArrayList<>(table.misfits(document));
        var tryDoors = new TryDoors(table, document, "nuanyang", things,
                person -> base.with("Authorization", "Bearer " + keys.token(person)), base);
        findings.addAll((all ? tryDoors : tryDoors.asFew()).findings(true));
        System.out.printf("  %-12s at %-22s %5d requests, %d findings; examples of %d operations carried out%n",
                service,
                base.base(), tryDoors.tried(), findings.size(), tryDoors.carriedOut());
        if (all)
            System.out.println("    refused by the state of things: " + String.join(", ", tryDoors.refused()));
        return findings;
    }
}

package io.shopcare.standalone.launcher;

import java.util.Locale;

/** The four services of Shopcare. */
enum Service {
    PRESALE(8081), ORDER(8082), AFTERSALE(8083), CRM(8084);

    private final int port;

    Service(int port) {
        this.port = port;
    }

    int port() {
        return port;
    }

    /** Also the name of its database. */
    String shortName() {
        return name().toLowerCase(Locale.ROOT);
    }

    String module() {
        return shortName() + "-service";
    }
}

package io.shopcare.standalone.launcher;

/** Where each part listens; all move together, so that two stacks can run side by side. */
record Ports(int offset) {
    Ports {
        if (offset < 0 || offset > 30_000) {
            throw new UsageException("The port offset must lie between 0 and 30000, not " + offset);
        }
    }

    /** Of the first instance; {@code instance} counts from 1. */
    int gateway() {
        return gateway(1);
    }

    int gateway(int instance) {
        return 8080 + offset + furtherInstance(instance);
    }

    int service(Service service) {
        return service(service, 1);
    }

    int service(Service service, int instance) {
        return service.port() + offset + furtherInstance(instance);
    }

    /** Ten further with each instance: 8082, 8092, 8102; all instances stay below the next stack's, a hundred away. */
    private static int furtherInstance(int instance) {
        return 10 * (instance - 1);
    }

    int identity() {
        return 9000 + offset;
    }

    int sandbox() {
        return 9010 + offset;
    }

    int broker() {
        return 9092 + offset;
    }

    /** The broker's talk with itself (KRaft); nobody else uses it. */
    int controller() {
        return 9093 + offset;
    }

    int database() {
        return 27017 + offset;
    }

    int smtp() {
        return 1025 + offset;
    }

    int mailPage() {
        return 1080 + offset;
    }
}

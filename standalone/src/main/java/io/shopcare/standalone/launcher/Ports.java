package io.shopcare.standalone.launcher;

/** Where each part listens; all move together, so that two stacks can run side by side. */
record Ports(int offset) {
    Ports {
        if (offset < 0 || offset > 30_000) {
            throw new UsageException("The port offset must lie between 0 and 30000, not " + offset);
        }
    }

    int gateway() {
        return 8080 + offset;
    }

    int service(Service service) {
        return service.port() + offset;
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

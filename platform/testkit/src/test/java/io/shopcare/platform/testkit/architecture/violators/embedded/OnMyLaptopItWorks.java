package io.shopcare.platform.testkit.architecture.violators.embedded;

import io.shopcare.mongo.violated.Server;

record OnMyLaptopItWorks(Server server) {}

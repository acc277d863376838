package io.shopcare.platform.testkit.architecture.violators.names;

record OrderManager() {}

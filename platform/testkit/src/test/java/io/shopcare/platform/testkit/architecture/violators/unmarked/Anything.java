package io.shopcare.platform.testkit.architecture.violators.unmarked;

record Anything(String mayBeNull) {}

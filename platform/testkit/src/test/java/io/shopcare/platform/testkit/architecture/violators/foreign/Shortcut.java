package io.shopcare.platform.testkit.architecture.violators.foreign;

import io.shopcare.crm.violated.Customer;

record Shortcut(Customer customer) {}

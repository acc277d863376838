package io.shopcare.platform.testkit.architecture.violators.gateway;

import jakarta.servlet.ServletRequest;

record Filter(ServletRequest request) {}

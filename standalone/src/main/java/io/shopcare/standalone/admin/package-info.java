/** {@code ./shopcare replay} and {@code ./shopcare check rebuild}: an admin's look at all services, through the gateway. */
@NullMarked
package io.shopcare.standalone.admin;

import org.jspecify.annotations.NullMarked;

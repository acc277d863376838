/** {@code ./shopcare replay}, {@code check rebuild} and {@code check money}: an admin's look at all services, through the gateway. */
@NullMarked
package io.shopcare.standalone.admin;

import org.jspecify.annotations.NullMarked;

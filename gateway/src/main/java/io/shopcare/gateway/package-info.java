/** The one door: routes, tokens, circuit breakers, the documents of all services. */
@NullMarked
package io.shopcare.gateway;

import org.jspecify.annotations.NullMarked;

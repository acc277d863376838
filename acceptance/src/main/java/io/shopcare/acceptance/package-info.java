/** Stories that cross the services, played from outside. */
@NullMarked
package io.shopcare.acceptance;

import org.jspecify.annotations.NullMarked;

/** What the OpenAPI documents of all services say alike. */
@NullMarked
package io.shopcare.platform.openapi;

import org.jspecify.annotations.NullMarked;

/** What an OpenAPI document has to tell. */
@NullMarked
package io.shopcare.platform.testkit.openapi;

import org.jspecify.annotations.NullMarked;

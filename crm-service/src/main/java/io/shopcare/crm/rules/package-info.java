/** The rules of this service as data with source and version, read once at the start. */
@NullMarked
package io.shopcare.crm.rules;

import org.jspecify.annotations.NullMarked;

/** A whole service in a test: broker, database, tokens, and a client that speaks as a person. */
@NullMarked
package io.shopcare.platform.testkit.services;

import org.jspecify.annotations.NullMarked;

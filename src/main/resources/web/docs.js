// Swagger UI over our own description; nothing is asked of any other host.
window.addEventListener('DOMContentLoaded', () => {
  window.SwaggerUIBundle({ url: '/api/v1/openapi.yaml', dom_id: '#docs', deepLinking: true, validatorUrl: null });
});

#!/bin/sh
# Uploads the public folder into a bucket behind a CDN: sh s3-upload.sh FOLDER s3://BUCKET
# Set the bucket's CORS once:  aws s3api put-bucket-cors --bucket BUCKET --cors-configuration file://s3-cors.json
# In CloudFront, make a response headers policy once and choose it, with a cache policy that follows the origin's
# Cache-Control:  aws cloudfront create-response-headers-policy --response-headers-policy-config file://s3-headers.json
# Folders need their index.html: use the bucket's website endpoint as the origin, with 404.html as its error document.
set -eu
folder=$1
bucket=$2
# What pages load comes before the pages.
aws s3 sync "$folder/assets" "$bucket/assets" --cache-control 'public, max-age=31536000, immutable'
aws s3 sync "$folder" "$bucket" --exclude 'assets/*' --exclude 'updates/*' --cache-control 'public, max-age=300'
# Everything that the timestamp leads to comes before the timestamp.
aws s3 sync "$folder/updates" "$bucket/updates" --exclude timestamp.json \
  --cache-control 'public, max-age=31536000, immutable'
aws s3 cp "$folder/updates/timestamp.json" "$bucket/updates/timestamp.json" --cache-control 'public, no-cache'

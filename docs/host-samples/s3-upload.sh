#!/bin/sh
# Uploads the public folder into a bucket behind a CDN: sh s3-upload.sh FOLDER s3://BUCKET
# Set the bucket's CORS once:  aws s3api put-bucket-cors --bucket BUCKET --cors-configuration file://s3-cors.json
# In CloudFront, choose the response headers policy "SimpleCORS" (Access-Control-Allow-Origin: *) and a cache policy
# that follows the origin's Cache-Control.
set -eu
folder=$1
bucket=$2
aws s3 sync "$folder" "$bucket" --exclude 'updates/*' --cache-control 'public, max-age=300'
# Everything that the timestamp leads to comes before the timestamp.
aws s3 sync "$folder/updates" "$bucket/updates" --exclude timestamp.json \
  --cache-control 'public, max-age=31536000, immutable'
aws s3 cp "$folder/updates/timestamp.json" "$bucket/updates/timestamp.json" --cache-control 'public, no-cache'
